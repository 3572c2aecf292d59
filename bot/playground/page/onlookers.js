// What waits for the people one is not at the moment: a quiet connection for each of them counts their unread
// direct messages, so that whoever turns the clock sees at whom something arrived.

import { Connection } from "./connection.js";

export class Onlookers {
  #counts = new Map();

  /** `onChange()` is called whenever a count may be another. */
  constructor(world, onChange) {
    this.onChange = onChange;
    world.on("hello", () => this.#watch(world.people()));
  }

  /** Unread direct messages of a person. */
  unread(user) {
    return [...(this.#counts.get(user)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  #watch(people) {
    for (const { id } of people.filter((person) => isOfTheShop(person) && !this.#counts.has(person.id))) {
      this.#counts.set(id, new Map());
      const connection = new Connection();
      connection.addEventListener("frame", ({ detail }) => this.#hear(id, detail));
      connection.become(id);
    }
  }

  #hear(user, frame) {
    const counts = this.#counts.get(user);
    if (frame.type === "hello")
      for (const channel of frame.channels.filter(isDirect)) counts.set(channel.id, channel.unread);
    else if (frame.type === "channel" && isDirect(frame.channel))
      counts.set(frame.channel.id, frame.channel.unread);
    else if (frame.type === "unread" && counts.has(frame.channel)) counts.set(frame.channel, frame.count);
    else return;
    this.onChange();
  }
}

const isDirect = ({ kind }) => kind === "im";
const isOfTheShop = (person) => !person.is_stranger && !person.is_guest;
