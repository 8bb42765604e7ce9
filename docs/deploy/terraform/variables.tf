# The roles of one account. Use it as a module, once in each account; the partition (aws, aws-cn, aws-us-gov) is that of
# the provider.

variable "pipedeck_principal" {
  description = "ARN of the role or user that the Pipedeck server runs as"
  type        = string
}

variable "external_id" {
  description = "The target's externalId, a text of your own that only Pipedeck and this account's roles know"
  type        = string
  sensitive   = true
}

variable "pipeline_pattern" {
  description = "Pipelines that may be read and pressed at, as IAM matches names: all of them, or such as team-a-*"
  type        = string
  default     = "*"
}

variable "person_pattern" {
  description = "People in whose names presses may be signed, such as *@example.com where ids are addresses"
  type        = string
  default     = "*"
}

data "aws_partition" "current" {}
data "aws_caller_identity" "current" {}

locals {
  pipelines = "arn:${data.aws_partition.current.partition}:codepipeline:*:${data.aws_caller_identity.current.account_id}:${var.pipeline_pattern}"
}
