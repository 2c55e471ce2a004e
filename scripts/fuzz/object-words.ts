/** Words that every object of the language knows: a table that is one must not be asked for them by what a document or a request says. */
export const objectWords = ['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'isPrototypeOf'] as const
