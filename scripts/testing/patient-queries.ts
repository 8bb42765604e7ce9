import { configure } from "@testing-library/dom";

/** What a test waits to see may take long on a busy machine; only what never comes fails. */
configure({ asyncUtilTimeout: 10_000 });
