using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Tests.Campaign;

public sealed class WallClockRecordingTests
{
    [Fact]
    public void A_step_of_the_wall_clock_is_in_the_recording_and_disturbs_nothing()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("clock.mcap");
        CampaignCell cell = new(null, seed: 3);
        CellOperator.Start(cell);
        cell.Clock.JumpWallClock(-3_600_000_000_000);
        cell.Tick();
        Assert.Equal(1, cell.Loop.WallClockSteps);
        Assert.True(cell.Loop.Motion.HasCommand);
        cell.Dispose();
        File.WriteAllBytes(path, cell.Store.ToArray());
        using FlightLog log = FlightLog.Open(path);
        RecordedEvent happened = Assert.Single(log.Events(), item => item.Code == "RT160");
        Assert.Equal(-3600, happened.Value!.Value, 1e-6);
    }
}
