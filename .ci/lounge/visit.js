// Does what the page of The Lounge does in a browser: opens a network, joins #lobby, types a line. Prints what the page would show.
//
//   node visit.js URL-OF-THE-LOUNGE PORT-OF-THE-CHAT
"use strict";

const { io } = require("socket.io-client");

const [url, port] = process.argv.slice(2);
const page = io(url);

page.once("init", () => {
  page.emit("network:new", {
    name: "ci",
    host: "127.0.0.1",
    port: Number(port),
    tls: "",
    nick: "laura",
    username: "laura",
    realname: "Laura",
    join: "#lobby",
  });
});

page.on("msg", ({ chan, msg }) => {
  if (msg.type !== "raw") console.log(msg.type, msg.from?.nick ?? "", msg.text ?? "");
  if (msg.type === "join" && msg.self) page.emit("input", { target: chan, text: "hello from The Lounge" });
});
