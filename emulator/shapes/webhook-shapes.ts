import { list, structure } from "./shape";

/** Webhooks. */
export const webhookShapes = {
  ListWebhookItem: structure(
    "definition*:WebhookDefinition url*:WebhookUrl errorMessage:WebhookErrorMessage",
    "errorCode:WebhookErrorCode lastTriggered:WebhookLastTriggered arn:WebhookArn tags:TagList",
  ),
  WebhookAuthConfiguration: structure(
    "AllowedIPRange:WebhookAuthConfigurationAllowedIPRange",
    "SecretToken:WebhookAuthConfigurationSecretToken",
  ),
  WebhookDefinition: structure(
    "name*:WebhookName targetPipeline*:PipelineName targetAction*:ActionName filters*:WebhookFilters",
    "authentication*:WebhookAuthenticationType authenticationConfiguration*:WebhookAuthConfiguration",
  ),
  WebhookFilterRule: structure("jsonPath*:JsonPath matchEquals:MatchEquals"),
  WebhookFilters: list("WebhookFilterRule", { max: 5 }),
  WebhookList: list("ListWebhookItem"),
};
