# What the server itself may do: assume the roles that read and press, and nothing else.

variable "server_role_name" {
  description = "Name of the role that the server runs as"
  type        = string
}

variable "role_arns" {
  description = "ARNs of the roles in all accounts, both kinds"
  type        = list(string)
}

data "aws_iam_policy_document" "server" {
  statement {
    sid       = "AssumeRoles"
    actions   = ["sts:AssumeRole", "sts:SetSourceIdentity"]
    resources = var.role_arns
  }
}

resource "aws_iam_role_policy" "server" {
  name   = "pipedeck-server"
  role   = var.server_role_name
  policy = data.aws_iam_policy_document.server.json
}
