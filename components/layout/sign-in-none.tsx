/** Nobody can sign in: what has to be configured. */
export function SignInNone() {
  return (
    <section className="flex flex-col gap-2 rounded-card border bg-surface p-5 text-ink-2">
      <h2 className="text-section text-ink">No sign-in is offered now</h2>
      <p>
        The demo people are offered only while every target of{" "}
        <code className="font-mono text-secondary text-ink">pipedeck.config.yaml</code> points at the emulator
        on this machine and the emulator answers.
      </p>
      <p>Start the demo, or ask whoever runs this Pipedeck.</p>
    </section>
  );
}
