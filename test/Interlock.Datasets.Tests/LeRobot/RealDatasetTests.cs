using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.LeRobot;

namespace Interlock.Datasets.Tests.LeRobot;

public sealed class RealDatasetTests
{
    [SharedTheory("data/pusht/oracle.json")]
    [InlineData("pusht", "v3.0", 206, 25_650, 10, 2, 2)]
    [InlineData("so101-record-test", "v3.0", 4, 1_492, 30, 6, 6)]
    [InlineData("so101-leader-piper", "v3.0", 55, 13_331, 15, 6, 7)]
    [InlineData("groot-gr1-44d", "v2.0", 5, 2_096, 20, 44, 44)]
    public void Every_episode_of_a_real_dataset_is_read(
        string name,
        string version,
        int episodes,
        int frames,
        double rateHz,
        int actions,
        int states)
    {
        DatasetInspection inspection = Inspect(name);
        Assert.Equal("lerobot", inspection.Description.Format);
        Assert.Equal(version, inspection.Description.Version);
        Assert.Equal(episodes, inspection.Episodes);
        Assert.Equal(frames, inspection.Frames);
        Assert.Equal(rateHz, inspection.Description.RateHz);
        Assert.Equal(actions, inspection.Description.ActionChannels.Count);
        Assert.Equal(states, inspection.Description.StateChannels.Count);
        Assert.NotEmpty(inspection.Tasks);
    }

    [SharedTheory("data/pusht/oracle.json")]
    [InlineData("pusht", "DS113 DS113 DS116")]
    [InlineData("so101-record-test", "DS104 DS125")]
    [InlineData("so101-leader-piper", "DS105 DS125")]
    [InlineData("groot-gr1-44d", "DS102 DS104 DS107 DS110 DS111 DS117 DS118")]
    public void What_is_odd_about_a_real_dataset_is_named_and_nothing_else(string name, string codes)
    {
        Assert.Equal(codes, string.Join(' ', Inspect(name).Oddities.Select(oddity => oddity.Code)));
    }

    [SharedFact("data/so101-record-test/oracle.json")]
    public void The_first_frame_of_the_SO101_recording_jumps_by_42_units()
    {
        DatasetOddity jump = Assert.Single(Inspect("so101-record-test").Oddities, oddity => oddity.Code == "DS104");
        Assert.Contains("41.9766", jump.Message, StringComparison.Ordinal);
        Assert.Contains("wrist_flex.pos", jump.Message, StringComparison.Ordinal);
        Assert.Contains("episode 0", jump.Message, StringComparison.Ordinal);
    }

    [SharedFact("data/so101-record-test/oracle.json")]
    public void A_normalised_SO101_arm_is_in_percent_because_a_joint_is_clamped_at_100()
    {
        Assert.All(Open("so101-record-test").Description.ActionUnits, unit => Assert.Equal("percent", unit.Symbol));
        Assert.All(Open("so101-leader-piper").Description.ActionUnits, unit => Assert.Equal("", unit.Symbol));
    }

    [SharedFact("data/groot-gr1-44d/oracle.json")]
    public void GR00T_channels_take_the_names_of_their_slices()
    {
        IReadOnlyList<string> names = Open("groot-gr1-44d").Description.ActionChannels;
        Assert.Equal("left_arm.0", names[0]);
        Assert.Equal("waist.2", names[43]);
        Assert.Equal(44, names.Distinct().Count());
    }

    [SharedFact("data/pusht/oracle.json")]
    public void Demonstrations_of_Push_T_have_a_recorded_success_that_is_false()
    {
        Assert.All(Open("pusht").ReadEpisodes(), episode => Assert.False(episode.Success));
        Assert.Equal(0, Inspect("pusht").Successes);
    }

    [SharedFact("data/pusht/oracle.json")]
    public void A_source_can_be_read_twice_with_the_same_result()
    {
        IEpisodeSource source = Open("pusht");
        double[] first = [.. source.ReadEpisodes().SelectMany(episode => episode.Actions)];
        Assert.Equal(first, source.ReadEpisodes().SelectMany(episode => episode.Actions));
    }

    private static IEpisodeSource Open(string name) => LeRobotDataset.Open(SharedFiles.PathOf($"data/{name}"));

    private static DatasetInspection Inspect(string name) => DatasetInspection.Run(Open(name));
}
