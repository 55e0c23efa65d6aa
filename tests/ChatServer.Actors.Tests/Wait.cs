namespace ChatServer.Actors.Tests;

/// <summary>Waiting for what happens on other threads, with a deadline that only a broken runtime misses.</summary>
internal static class Wait
{
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    public static Task<T> OrFail<T>(this Task<T> task) => task.WaitAsync(Deadline);

    public static Task OrFail(this Task task) => task.WaitAsync(Deadline);
}
