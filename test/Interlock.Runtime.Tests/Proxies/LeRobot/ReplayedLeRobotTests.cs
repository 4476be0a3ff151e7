using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.LeRobot.Actions;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Replay;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

public sealed class ReplayedLeRobotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_between_two_chunks_are_judged_again_as_they_were(bool isShadow)
    {
        Drive(LeRobotRig.Options with { RecordFolder = _folder.Root, IsShadow = isShadow });
        using FlightLog log = FlightLog.Open(Assert.Single(Directory.GetFiles(_folder.Root)));
        long[] confined = [.. log.Events().Where(happened => happened.Code == "RT222").Select(happened => happened.Tick)];
        Assert.InRange(confined.Length, 2, 100);
        Assert.All(log.Steps().Where(step => confined.Contains(step.Tick)), step => Assert.Equal("clip", step.Verdict));
        GuardReplayResult result = GuardReplay.Run(log);
        Assert.Empty(result.Differences);
        Assert.True(result.IsIdentical, $"{result.Identical} of {result.Compared}");
        Assert.Equal(result.RecordedInterventions, result.ReplayedInterventions);
    }

    // Each chunk leads to the other side of the one before, which the client may still be executing.
    private static void Drive(ProxyOptions options)
    {
        using RobotSession robot = new(new ProxyContext(options, TimeProvider.System), "test");
        for (int request = 0; request < 12; request++)
        {
            long step = request * 2;
            float side = request % 2 == 0 ? 0.08f : -0.08f;
            robot.Observe(LeRobotRig.Observation(step));
            Assert.NotNull(robot.Guard(LeRobotRig.Chunk(step, 0, side, side * 2, side * 3, side * 4, side * 5)));
            robot.Flush();
        }
    }
}
