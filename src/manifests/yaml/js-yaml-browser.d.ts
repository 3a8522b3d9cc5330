/** Types of js-yaml's browser build, which is the same library compiled for older engines and ships without any. */
declare module 'js-yaml/browser' {
  export * from 'js-yaml';
}
