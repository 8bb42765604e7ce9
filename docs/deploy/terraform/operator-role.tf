# The role that presses are signed with, assumed for each person in that person's name: the target's operatorRoleArn.

data "aws_iam_policy_document" "operator_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:SetSourceIdentity"]
    principals {
      type        = "AWS"
      identifiers = [var.pipedeck_principal]
    }
    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [var.external_id]
    }
    # Both must be there, so that no press is nobody's.
    condition {
      test     = "StringLike"
      variable = "sts:SourceIdentity"
      values   = [var.person_pattern]
    }
    condition {
      test     = "StringLike"
      variable = "sts:RoleSessionName"
      values   = [var.person_pattern]
    }
  }
}

data "aws_iam_policy_document" "operator" {
  statement {
    sid = "PressAtPipelines"
    actions = [
      "codepipeline:StartPipelineExecution",
      "codepipeline:StopPipelineExecution",
    ]
    resources = [local.pipelines]
  }
  statement {
    sid = "PressAtStages"
    actions = [
      "codepipeline:DisableStageTransition",
      "codepipeline:EnableStageTransition",
      "codepipeline:OverrideStageCondition",
      "codepipeline:RetryStageExecution",
      "codepipeline:RollbackStage",
    ]
    resources = ["${local.pipelines}/*"]
  }
  statement {
    sid       = "AnswerApprovals"
    actions   = ["codepipeline:PutApprovalResult"]
    resources = ["${local.pipelines}/*/*"]
  }
}

resource "aws_iam_role" "operator" {
  name                 = "pipedeck-operator"
  description          = "Pipedeck presses buttons of CodePipeline in a person's name"
  max_session_duration = 3600
  assume_role_policy   = data.aws_iam_policy_document.operator_trust.json
}

resource "aws_iam_role_policy" "operator" {
  name   = "press-codepipeline"
  role   = aws_iam_role.operator.id
  policy = data.aws_iam_policy_document.operator.json
}

output "operator_role_arn" {
  description = "The target's operatorRoleArn in pipedeck.config.yaml"
  value       = aws_iam_role.operator.arn
}
