import { expect, it } from "vitest";
import { mayCall } from "./outbound-address";

it.each([
  "https://login.example.com",
  "https://login.example.com/realms/team",
  "https://sqs.eu-west-1.amazonaws.com/444455556666/codepipeline-events",
  "https://vpce-1.codepipeline.eu-west-1.vpce.amazonaws.com",
  "https://10.1.2.3:8443",
  "https://[fd12:3456::1]",
  "http://127.0.0.1:4599",
  "http://localhost:4599",
  "http://[::1]:4599",
])("%s may be called", (address) => {
  expect(mayCall(address)).toBe(true);
});

it.each([
  "http://login.example.com",
  "http://10.1.2.3",
  "https://169.254.169.254/latest/meta-data",
  "https://169.254.170.2",
  "http://169.254.169.254",
  "https://2852039166",
  "https://0xa9fea9fe",
  "https://0251.0376.0251.0376",
  "https://[::ffff:169.254.169.254]",
  "https://[fd00:ec2::254]",
  "https://[fe80::1]",
  "https://[::]",
  "https://0.0.0.0",
  "https://metadata.google.internal",
  "https://metadata.google.internal.",
  "https://METADATA/computeMetadata",
  "https://instance-data.ec2.internal",
  "https://user@login.example.com",
  "https://login.example.com?next=x",
  "https://login.example.com#x",
  "http://127.0.0.1.example.com",
  "http://localhost.example.com",
  "ftp://login.example.com",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "login.example.com",
  "",
])("%s may never be called", (address) => {
  expect(mayCall(address)).toBe(false);
});
