using Interlock.Core.Episodes;
using Interlock.Recording.Episodes;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Episodes;

public sealed class RecordedSessionTests
{
    [Fact]
    public void Where_the_loop_held_one_episode_ends_and_the_next_begins()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("run.mcap");
        using (FlightRecorder recorder = FlightSample.Start(path))
        {
            for (long tick = 0; tick < 100; tick++)
            {
                FlightSample.Fill(recorder.Frame, tick);
                recorder.Frame.Parts = tick is >= 40 and < 50 ? StepParts.State : StepParts.All;
                recorder.Frame.Episode = tick < 80 ? 0 : 1;
                recorder.Commit();
            }
        }

        RecordedSession session = RecordedSession.Open(path);
        Episode[] episodes = [.. session.ReadEpisodes()];
        Assert.Equal([40, 30, 20], episodes.Select(episode => episode.Length));
        Assert.Equal([0, 1, 2], episodes.Select(episode => episode.Index));
        Assert.Equal([50.0, 50 + (1 / 7.0), 50 + (2 / 7.0)], episodes[1].Action(0).ToArray());
        Assert.Equal(4 * 50.0, episodes[1].State(0)[0]);
        Assert.Equal([0.0, 0.001], episodes[1].TimestampsS![..2]);
        Assert.Equal(FlightSample.Layout.Channels, session.Description.ActionChannels);
        Assert.Equal(4, RecordedSession.Open(path, RecordedSignal.Policy).Description.ActionChannels.Count);
        Assert.Equal("push the T", episodes[0].Task);
    }
}
