/** The part of @actions/core that Idwire uses; named here so that a bundle can leave the HTTP client of the rest out. */
export { error, info, notice, setFailed, setOutput, summary, warning } from '@actions/core';
