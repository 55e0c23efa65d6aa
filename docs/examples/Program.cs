using ChatServer.Examples;

var wanted = args is [var name] ? name : string.Empty;
if (!Example.All.TryGetValue(wanted, out var example))
{
    Console.Error.WriteLine($"Which one? {string.Join(", ", Example.All.Keys)}");
    return 1;
}

await Example.RunAsync(example, Console.WriteLine);
return 0;
