/** What every decision is handed by the page it opens over. */
export interface PressControl {
  onClose: () => void;
  /** Called at the moment of the press with its key. */
  onPressed: (key: string) => void;
  /** Called when our server refused a press before recording it: there is no receipt under its key. */
  onNotRecorded: (key: string) => void;
  /** Opens the decision anew, on what is there now. */
  onAgain: () => void;
}
