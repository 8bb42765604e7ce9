/** Why a press would be refused: a code for programs, words for people. */
export interface WhyNot {
  code: string;
  why: string;
}
