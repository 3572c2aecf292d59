// The websocket to the playground, one person at a time. It comes back by itself after a lost connection.

import { sleep } from "./dom.js";

const UNKNOWN_PERSON = 4404;
const LONGEST_WAIT = 5000;

/**
 * Events: `frame` (detail: the parsed frame), `state` (detail: "open" or "lost"), `stranger` (the server knows
 * no such person).
 */
export class Connection extends EventTarget {
  #socket = null;
  #user = null;
  #waiting = new Map();
  #number = 0;
  #tries = 0;

  /** Be this person from now on; the old connection ends. */
  become(user) {
    this.#user = user;
    this.#tries = 0;
    this.#connect();
  }

  send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** Send a frame with a `request_id`; resolves with the server's `done` frame. */
  ask(frame) {
    this.#number += 1;
    const request_id = `r${this.#number}`;
    const answer = new Promise((resolve) => this.#waiting.set(request_id, resolve));
    this.send({ ...frame, request_id });
    return Object.assign(answer, { request_id });
  }

  /** Ask for an external select's options; resolves with the `options` frame. */
  suggest(frame) {
    return this.ask({ ...frame, type: "suggest" });
  }

  #connect() {
    this.#socket?.close();
    const user = this.#user;
    const address = new URL("/playground/ws", location.href.replace(/^http/, "ws"));
    if (user) address.searchParams.set("user", user);
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => socket === this.#socket && this.#take(JSON.parse(data)));
    socket.addEventListener("close", ({ code }) => socket === this.#socket && this.#lost(code));
  }

  #take(frame) {
    if (frame.type === "hello") {
      this.#tries = 0;
      this.#tell("state", "open");
    }
    // `options` comes before `done`, and is the answer that a suggestion waits for.
    if (frame.type === "done" || frame.type === "options") this.#answered(frame);
    this.#tell("frame", frame);
  }

  #answered(frame) {
    this.#waiting.get(frame.request_id)?.(frame);
    this.#waiting.delete(frame.request_id);
  }

  async #lost(code) {
    for (const request_id of this.#waiting.keys())
      this.#answered({ request_id, ok: false, error: "connection lost" });
    if (code === UNKNOWN_PERSON) return this.#tell("stranger", this.#user);
    const socket = this.#socket;
    this.#tell("state", "lost");
    this.#tries += 1;
    await sleep(Math.min(LONGEST_WAIT, 250 * 2 ** this.#tries));
    return socket === this.#socket && this.#connect();
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
