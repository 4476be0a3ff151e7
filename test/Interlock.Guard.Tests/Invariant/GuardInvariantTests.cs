using System.Collections.Concurrent;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>
/// The invariant of design §4: whatever comes in, what goes out is finite, inside the bounds, within every rate limit of the previous
/// command, and never closer to a bound than the robot can stop.
/// </summary>
public sealed class GuardInvariantTests
{
    /// <summary>Trajectories in the suite; ruckig's population. INTERLOCK_TRAJECTORIES sets another one for a longer run by hand.</summary>
    private const int DefaultTrajectories = 262_144;

    private const int Steps = 14;

    [Fact]
    public void Every_command_keeps_every_limit_whatever_comes_in()
    {
        int trajectories = int.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_TRAJECTORIES"), out int wanted) ? wanted : DefaultTrajectories;
        ConcurrentDictionary<string, string> broken = new();
        Parallel.For(0, trajectories, new ParallelOptions { MaxDegreeOfParallelism = 2 }, index =>
        {
            if (new Trajectory((ulong)index).Run(Steps) is { } message)
            {
                broken.TryAdd(KindOf(message), $"trajectory {index}: {message}");
            }
        });

        Assert.True(broken.IsEmpty, $"of {trajectories}, one of each kind:\n{string.Join('\n', broken.Values)}");
    }

    [Fact]
    public void A_requested_stop_comes_to_rest_inside_every_limit()
    {
        for (ulong index = 0; index < 4_000; index++)
        {
            Trajectory trajectory = new(index);
            string? message = trajectory.Run(40) ?? trajectory.Stop();
            Assert.True(message is null, $"trajectory {index}: {message}");
        }
    }

    /// <summary>The words of the message without its numbers.</summary>
    private static string KindOf(string message) =>
        new([.. message[(message.IndexOf(':', StringComparison.Ordinal) + 1)..].TakeWhile(c => c != ';').Where(char.IsAsciiLetter)]);
}
