using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ChatServer.Actors.TestKit")]
[assembly: InternalsVisibleTo("ChatServer.Actors.Tests")]
