import { list, map, structure } from "./shape";

/** Action types and their settings. */
export const actionTypeShapes = {
  ActionConfiguration: structure("configuration:ActionConfigurationMap"),
  ActionConfigurationMap: map("ActionConfigurationKey", "ActionConfigurationValue"),
  ActionConfigurationProperty: structure(
    "name*:ActionConfigurationKey required*:Boolean key*:Boolean secret*:Boolean queryable:Boolean",
    "description:Description type:ActionConfigurationPropertyType",
  ),
  ActionConfigurationPropertyList: list("ActionConfigurationProperty", { max: 10 }),
  ActionType: structure(
    "id*:ActionTypeId settings:ActionTypeSettings",
    "actionConfigurationProperties:ActionConfigurationPropertyList",
    "inputArtifactDetails*:ArtifactDetails outputArtifactDetails*:ArtifactDetails",
  ),
  ActionTypeArtifactDetails: structure(
    "minimumCount*:MinimumActionTypeArtifactCount maximumCount*:MaximumActionTypeArtifactCount",
  ),
  ActionTypeDeclaration: structure(
    "description:ActionTypeDescription executor*:ActionTypeExecutor id*:ActionTypeIdentifier",
    "inputArtifactDetails*:ActionTypeArtifactDetails outputArtifactDetails*:ActionTypeArtifactDetails",
    "permissions:ActionTypePermissions properties:ActionTypeProperties urls:ActionTypeUrls",
  ),
  ActionTypeExecutor: structure(
    "configuration*:ExecutorConfiguration type*:ExecutorType",
    "policyStatementsTemplate:PolicyStatementsTemplate jobTimeout:JobTimeout",
  ),
  ActionTypeId: structure(
    "category*:ActionCategory owner*:ActionOwner provider*:ActionProvider version*:Version",
  ),
  ActionTypeIdentifier: structure(
    "category*:ActionCategory owner*:ActionTypeOwner provider*:ActionProvider version*:Version",
  ),
  ActionTypeList: list("ActionType"),
  ActionTypePermissions: structure("allowedAccounts*:AllowedAccounts"),
  ActionTypeProperties: list("ActionTypeProperty", { max: 10 }),
  ActionTypeProperty: structure(
    "name*:ActionConfigurationKey optional*:Boolean key*:Boolean noEcho*:Boolean queryable:Boolean",
    "description:PropertyDescription",
  ),
  ActionTypeSettings: structure(
    "thirdPartyConfigurationUrl:Url entityUrlTemplate:UrlTemplate executionUrlTemplate:UrlTemplate",
    "revisionUrlTemplate:UrlTemplate",
  ),
  ActionTypeUrls: structure(
    "configurationUrl:Url entityUrlTemplate:UrlTemplate executionUrlTemplate:UrlTemplate",
    "revisionUrlTemplate:UrlTemplate",
  ),
  AllowedAccounts: list("AllowedAccount", { min: 1, max: 1000 }),
  ArtifactDetails: structure("minimumCount*:MinimumArtifactCount maximumCount*:MaximumArtifactCount"),
  ExecutorConfiguration: structure(
    "lambdaExecutorConfiguration:LambdaExecutorConfiguration",
    "jobWorkerExecutorConfiguration:JobWorkerExecutorConfiguration",
  ),
  JobWorkerExecutorConfiguration: structure(
    "pollingAccounts:PollingAccountList pollingServicePrincipals:PollingServicePrincipalList",
  ),
  LambdaExecutorConfiguration: structure("lambdaFunctionArn*:LambdaFunctionArn"),
  PollingAccountList: list("AccountId", { min: 1, max: 1000 }),
  PollingServicePrincipalList: list("ServicePrincipal", { min: 1, max: 10 }),
  ResolvedActionConfigurationMap: map("String", "String"),
};
