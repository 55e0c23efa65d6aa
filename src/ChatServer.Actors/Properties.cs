using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ChatServer.Actors.TestKit")]
