using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Evidence;

namespace Interlock.ExecSpec.Tests.Certificates.Evidence;

public sealed class EvidenceLadderTests
{
    private static readonly EvidenceSubject Subject = new("spec", "statistics");
    private static readonly EvidenceEntry Probe = new() { SpecSha256 = "spec", Kind = EvidenceKind.Probe, Trials = 64, Successes = 64 };
    private static readonly EvidenceEntry Replay = new() { StatisticsFingerprint = "statistics", Kind = EvidenceKind.Replay, Trials = 28, Successes = 28 };
    private static readonly EvidenceEntry Sim = new() { SpecSha256 = "spec", Kind = EvidenceKind.ClosedLoopSim, Trials = 200, Successes = 171 };
    private static readonly EvidenceEntry Note = new() { Kind = EvidenceKind.Note, Text = "looked fine" };

    [Fact]
    public void Words_support_nothing() => Assert.Equal(CertificateLevel.Declared, LevelOf([Note]));

    [Fact]
    public void Each_rung_stands_on_the_one_below()
    {
        Assert.Equal(CertificateLevel.Probed, LevelOf([Probe, Note]));
        Assert.Equal(CertificateLevel.Replayed, LevelOf([Replay, Probe]));
        Assert.Equal(CertificateLevel.ClosedLoop, LevelOf([Sim, Replay, Probe]));
        Assert.Equal(CertificateLevel.Probed, LevelOf([Probe, Sim]));
        Assert.Equal(CertificateLevel.Declared, LevelOf([Replay, Sim]));
    }

    [Fact]
    public void One_missed_probe_or_one_failed_replay_is_no_evidence()
    {
        Assert.Equal(CertificateLevel.Declared, LevelOf([Probe with { Successes = 63 }]));
        Assert.Equal(CertificateLevel.Probed, LevelOf([Probe, Replay with { Successes = 27 }]));
    }

    [Fact]
    public void Zero_trials_are_no_evidence() =>
        Assert.Equal(CertificateLevel.Declared, LevelOf([Probe with { Trials = 0, Successes = 0 }]));

    [Fact]
    public void A_closed_loop_in_which_nothing_worked_is_no_evidence() =>
        Assert.Equal(CertificateLevel.Replayed, LevelOf([Probe, Replay, Sim with { Successes = 0 }]));

    [Fact]
    public void What_is_about_another_policy_or_does_not_say_is_no_evidence()
    {
        Assert.Equal(CertificateLevel.Declared, LevelOf([Probe with { SpecSha256 = null }]));
        Assert.Equal(CertificateLevel.Declared, LevelOf([Probe with { SpecSha256 = "other" }]));
        Assert.Equal(CertificateLevel.Declared, LevelOf([Probe with { StatisticsFingerprint = "other" }]));
    }

    [Fact]
    public void A_closed_loop_counts_for_the_specification_that_it_ran_and_not_for_its_statistics() => Assert.Equal(
        CertificateLevel.Replayed, LevelOf([Probe, Replay, Sim with { SpecSha256 = null, StatisticsFingerprint = "statistics" }]));

    [Fact]
    public void Without_statistics_only_the_specification_tells_policies_apart()
    {
        EvidenceSubject bare = new("spec", null);
        Assert.False(bare.IsMeantBy(Probe with { SpecSha256 = null, StatisticsFingerprint = "the one that all of them share" }));
        Assert.True(bare.IsMeantBy(Probe with { StatisticsFingerprint = "the one that all of them share" }));
        Assert.False(bare.IsMeantBy(Probe with { SpecSha256 = "other" }));
    }

    private static CertificateLevel LevelOf(EvidenceEntry[] evidence) => EvidenceLadder.LevelOf(evidence, Subject);
}
