/** The names that the manifest contributes; `test/unit/editor/manifest.test.ts` holds the two together. */
export const EXTENSION_ID = "euroscribe.euroscribe";

export const COMMANDS = {
  translate: "euroscribe.translate",
  translateTo: "euroscribe.translateTo",
  correct: "euroscribe.correct",
  rewrite: "euroscribe.rewrite",
  summarize: "euroscribe.summarize",
  checkTypography: "euroscribe.checkTypography",
  translateDocument: "euroscribe.translateDocument",
  updateTranslations: "euroscribe.updateTranslations",
  resumeTranslation: "euroscribe.resumeTranslation",
  clearMemory: "euroscribe.clearMemory",
  translateAgain: "euroscribe.translateAgain",
  keepSource: "euroscribe.keepSource",
  acceptAsIs: "euroscribe.acceptAsIs",
  acceptChange: "euroscribe.acceptChange",
  rejectChange: "euroscribe.rejectChange",
  tryAgain: "euroscribe.tryAgain",
  earlierTry: "euroscribe.earlierTry",
  laterTry: "euroscribe.laterTry",
  copyResult: "euroscribe.copyResult",
  chooseCorrections: "euroscribe.chooseCorrections",
  acceptCorrection: "euroscribe.acceptCorrection",
  rejectCorrection: "euroscribe.rejectCorrection",
  showSource: "euroscribe.showSource",
  cancel: "euroscribe.cancel",
  addEndpoint: "euroscribe.addEndpoint",
  selectEndpoint: "euroscribe.selectEndpoint",
  testEndpoint: "euroscribe.testEndpoint",
  removeEndpoint: "euroscribe.removeEndpoint",
  setApiKey: "euroscribe.setApiKey",
  showLog: "euroscribe.showLog",
  focusSidebar: "euroscribe.focusSidebar",
} as const;

export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

/** Without the section `euroscribe.`, as `getConfiguration("euroscribe")` takes them. */
export const SETTINGS = {
  endpoints: "endpoints",
  endpoint: "endpoint",
  taskEndpoints: "taskEndpoints",
  targetLanguage: "targetLanguage",
  formality: "formality",
  typography: "typography",
  applyMode: "applyMode",
  styles: "styles",
  outputPath: "outputPath",
  frontMatterKeys: "frontMatterKeys",
  headingAnchors: "headingAnchors",
  linkTranslations: "linkTranslations",
  confirmSegments: "confirmSegments",
} as const;

export type SettingKey = (typeof SETTINGS)[keyof typeof SETTINGS];

export const CONTEXT_KEYS = {
  /** The active tab is a review. */
  reviewVisible: "euroscribe.reviewVisible",
  /** The text under the review in the active tab was edited, so that it can't be accepted. */
  reviewStale: "euroscribe.reviewStale",
  hasEarlierTry: "euroscribe.hasEarlierTry",
  hasLaterTry: "euroscribe.hasLaterTry",
  /** The review in the active tab is of a correction, whose changes can be accepted or rejected one by one. */
  hasCorrections: "euroscribe.hasCorrections",
  /** The active editor shows a summary whose points lead back to their passages. */
  summaryVisible: "euroscribe.summaryVisible",
  /** A command is waiting for a model. */
  running: "euroscribe.running",
} as const;

export const SIDEBAR_CONTAINER = "euroscribe";
export const SIDEBAR_VIEW = "euroscribe.assistant";

export const WALKTHROUGH = `${EXTENSION_ID}#start`;

export const REVIEW_SCHEME = "euroscribe-review";
