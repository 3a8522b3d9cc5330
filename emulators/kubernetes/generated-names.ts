/** Random name endings as the API server and its controllers make them. */
import { randomInt } from 'node:crypto';

// k8s.io/apimachinery pkg/util/rand leaves out vowels and look-alikes.
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
const length = 5;

/** The prefix with five random characters. */
export function randomName(prefix: string): string {
  return prefix + Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
