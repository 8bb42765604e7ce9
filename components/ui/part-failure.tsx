/** Why a part of the page is missing, and what can be done about it. */
export function PartFailure() {
  return (
    <p role="alert" className="text-ink-2">
      A part of this page did not arrive. The network may be down. If the server was updated since the page
      was opened, reload it.
    </p>
  );
}
