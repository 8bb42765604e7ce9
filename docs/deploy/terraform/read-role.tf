# The role that an account is read with: the target's roleArn.

data "aws_iam_policy_document" "read_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [var.pipedeck_principal]
    }
    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [var.external_id]
    }
  }
}

data "aws_iam_policy_document" "read" {
  # AWS can narrow this one to nothing less than all.
  statement {
    sid       = "ListPipelines"
    actions   = ["codepipeline:ListPipelines"]
    resources = ["*"]
  }
  statement {
    sid = "ReadPipelines"
    actions = [
      "codepipeline:GetPipeline",
      "codepipeline:GetPipelineExecution",
      "codepipeline:GetPipelineState",
      "codepipeline:ListActionExecutions",
      "codepipeline:ListDeployActionExecutionTargets",
      "codepipeline:ListPipelineExecutions",
      "codepipeline:ListRuleExecutions",
      # Filter and groups by tag; without it the overview says so and goes on.
      "codepipeline:ListTagsForResource",
    ]
    resources = [local.pipelines]
  }
}

resource "aws_iam_role" "read" {
  name                 = "pipedeck-read"
  description          = "Pipedeck reads CodePipeline"
  max_session_duration = 3600
  assume_role_policy   = data.aws_iam_policy_document.read_trust.json
}

resource "aws_iam_role_policy" "read" {
  name   = "read-codepipeline"
  role   = aws_iam_role.read.id
  policy = data.aws_iam_policy_document.read.json
}

output "role_arn" {
  description = "The target's roleArn in pipedeck.config.yaml"
  value       = aws_iam_role.read.arn
}
