// What the page knows of the workspace, kept from the server's frames. Every frame is announced again as an event
// of its own type after it has been taken in, so that each part of the page listens for what it shows.

export class Workspace extends EventTarget {
  me = null;
  team = { name: "Playground" };
  app = { name: "App", user_id: null };
  users = new Map();
  channels = new Map();
  commands = [];
  shortcuts = [];
  tour = [];
  faults = null;
  zone = "UTC";
  canTurnClock = true;
  home = null;
  #messages = new Map();
  #nowAt = Date.now();
  #heardAt = performance.now();

  /** The playground's time at this moment: the server's last word plus what has passed since. */
  get now() {
    return new Date(this.#nowAt + performance.now() - this.#heardAt);
  }

  /** The person's own zone, in which Slack shows times. */
  get myZone() {
    return this.users.get(this.me)?.tz || this.zone;
  }

  take(frame) {
    TAKE[frame.type]?.call(this, frame);
    this.dispatchEvent(new CustomEvent(frame.type, { detail: frame }));
  }

  on(type, listener) {
    this.addEventListener(type, ({ detail }) => listener(detail));
  }

  /** Messages of a conversation, oldest first. */
  messages(channel) {
    return [...(this.#messages.get(channel)?.values() ?? [])].sort((a, b) => Number(a.ts) - Number(b.ts));
  }

  message(channel, ts) {
    return this.#messages.get(channel)?.get(ts) ?? null;
  }

  people() {
    return [...this.users.values()].filter((user) => user.playable ?? !user.is_bot);
  }

  /** The person's conversation with the app, or null. */
  appChannel() {
    return (
      [...this.channels.values()].find(({ kind, user }) => kind === "im" && user === this.app.user_id) ?? null
    );
  }

  nameOf(user) {
    const known = this.users.get(user);
    if (known) return known.real_name || known.name;
    return user === this.app.user_id ? this.app.name : user;
  }

  /** What stands over a conversation: “#floor” or the other person's name. */
  titleOf(channel) {
    return channel.kind === "im" ? this.nameOf(channel.user) : `#${channel.name}`;
  }

  /** Find a person by id, Slack name or first name. */
  findUser(word) {
    const wanted = word.toLowerCase();
    const names = ({ id, name, real_name }) => [id, name, real_name, real_name?.split(" ")[0]];
    return (
      [...this.users.values()].find((user) => names(user).some((name) => name?.toLowerCase() === wanted)) ??
      null
    );
  }

  /** Find a conversation by id, by name with or without #, or “app” for the one with the app. */
  findChannel(word) {
    if (word === "app") return this.appChannel();
    const wanted = word.replace(/^[#@]/, "").toLowerCase();
    const fits = ({ id, name }) => id.toLowerCase() === wanted || name?.toLowerCase() === wanted;
    return [...this.channels.values()].find(fits) ?? null;
  }

  setClock(iso) {
    this.#nowAt = Date.parse(iso);
    this.#heardAt = performance.now();
  }

  keep(channel, message) {
    if (!this.#messages.has(channel)) this.#messages.set(channel, new Map());
    this.#messages.get(channel).set(message.ts, message);
  }

  forget(channel, ts) {
    this.#messages.get(channel)?.delete(ts);
  }

  clear(channel) {
    this.#messages.delete(channel);
  }

  clearAll() {
    this.#messages.clear();
    this.home = null;
  }
}

const byId = (list) => new Map(list.map((one) => [one.id, one]));

const TAKE = {
  hello(frame) {
    const { me, team, app, commands, shortcuts, tour, faults, zone } = frame;
    Object.assign(this, { me, team, app, commands, shortcuts, tour: tour ?? [], faults, zone });
    this.canTurnClock = frame.clock !== false;
    this.users = byId(frame.users);
    this.channels = byId(frame.channels);
    this.clearAll();
    this.setClock(frame.now);
  },
  history({ channel, messages }) {
    this.clear(channel);
    for (const message of messages) this.keep(channel, message);
  },
  message({ channel, message }) {
    this.keep(channel, message);
  },
  message_deleted({ channel, ts }) {
    this.forget(channel, ts);
  },
  channel({ channel }) {
    this.channels.set(channel.id, channel);
  },
  // What Slack says to one person only stands between the messages at the moment it was said.
  notice({ channel, text, level }) {
    const ts = (this.now.getTime() / 1000).toFixed(6);
    if (channel)
      this.keep(channel, { ts, time: this.now.toISOString(), channel, text, notice: level ?? "info" });
  },
  unread({ channel, count }) {
    const known = this.channels.get(channel);
    if (known) known.unread = count;
  },
  home({ view }) {
    this.home = view;
  },
  clock({ now }) {
    this.setClock(now);
  },
  faults({ faults }) {
    this.faults = faults;
  },
};
