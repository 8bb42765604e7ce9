import { list, structure } from "./shape";

/** Jobs of custom and third-party actions. */
export const jobShapes = {
  AWSSessionCredentials: structure(
    "accessKeyId*:AccessKeyId secretAccessKey*:SecretAccessKey sessionToken*:SessionToken",
  ),
  Job: structure("id:JobId data:JobData nonce:Nonce accountId:AccountId"),
  JobData: structure(
    "actionTypeId:ActionTypeId actionConfiguration:ActionConfiguration",
    "pipelineContext:PipelineContext inputArtifacts:ArtifactList outputArtifacts:ArtifactList",
    "artifactCredentials:AWSSessionCredentials continuationToken:ContinuationToken",
    "encryptionKey:EncryptionKey",
  ),
  JobDetails: structure("id:JobId data:JobData accountId:AccountId"),
  JobList: list("Job"),
  ThirdPartyJob: structure("clientId:ClientId jobId:JobId"),
  ThirdPartyJobData: structure(
    "actionTypeId:ActionTypeId actionConfiguration:ActionConfiguration",
    "pipelineContext:PipelineContext inputArtifacts:ArtifactList outputArtifacts:ArtifactList",
    "artifactCredentials:AWSSessionCredentials continuationToken:ContinuationToken",
    "encryptionKey:EncryptionKey",
  ),
  ThirdPartyJobDetails: structure("id:ThirdPartyJobId data:ThirdPartyJobData nonce:Nonce"),
  ThirdPartyJobList: list("ThirdPartyJob"),
};
