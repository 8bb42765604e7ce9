/** An AWS account id as people read it aloud, `4711-0220-9931`; the text itself when it is none. */
export function formatAccount(account: string): string {
  return /^\d{12}$/.test(account) ? account.replace(/(\d{4})(?=\d)/g, "$1-") : account;
}
