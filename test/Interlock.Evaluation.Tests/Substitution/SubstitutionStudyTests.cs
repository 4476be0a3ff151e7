using System.Text.Json;
using Interlock.Evaluation.Substitution;
using Interlock.Evaluation.Substitution.Report;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Table;

namespace Interlock.Evaluation.Tests.Substitution;

public sealed class SubstitutionStudyTests
{
    private const int Episodes = 8;

    private static readonly DisplacementSet Left = DisplacementSet.Record(TableTask.ToLeft, Episodes, seed: 1);

    private static readonly ActionSubstitution Identity = Make("identity", SubstitutionKind.Identity, 0);
    private static readonly ActionSubstitution Drifting = Make("drifting", SubstitutionKind.Full, 0.004);

    [Fact]
    public void Raw_comes_first_then_the_identity_and_both_repeat_every_demonstration()
    {
        SubstitutionReport report = Run([Identity, Drifting]);

        Assert.Equal(["raw", "identity", "drifting"], report.Rows.Select(row => row.Name));
        Assert.All(report.Rows.Take(2), row =>
        {
            Assert.Equal(Episodes, row.Successes);
            Assert.Equal(0, row.DeviatingEpisodes);
            Assert.Null(row.MedianFirstDeviationS);
            Assert.Equal(1, row.PValue);
        });
    }

    [Fact]
    public void A_constant_error_of_four_milliradians_per_step_fails_every_episode()
    {
        SubstitutionRow row = Run([Identity, Drifting]).Rows[2];

        Assert.Equal(0, row.Successes);
        Assert.Equal(Episodes, row.Episodes);
        Assert.Equal(Episodes, row.LostAgainstIdentity);
        Assert.Equal(0, row.WonAgainstIdentity);
        Assert.Equal(2 * Math.Pow(0.5, Episodes), row.PValue, 12);
        Assert.Equal(0, row.Interval.Low, 12);
        Assert.Equal(0.3244, row.Interval.High, 4);
        Assert.Equal(0.004, row.LargestChangeRad, 12);
    }

    [Fact]
    public void The_tool_is_a_centimetre_off_when_the_error_has_added_up_to_it()
    {
        SubstitutionRow row = Run([Identity, Drifting]).Rows[2];

        // 4 mrad per step about the shoulder, tool at 0.24 m: 1 cm after 11 steps, and the servos trail by 0.1 s.
        Assert.InRange(row.MedianFirstDeviationS!.Value, 0.35, 0.65);
        Assert.Equal(Episodes, row.DeviatingEpisodes);
    }

    [Fact]
    public void A_demonstration_whose_raw_replay_fails_is_dropped_and_named()
    {
        DisplacementDemonstration still = Left.Demonstrations[3] with
        {
            Actions = Left.Demonstrations[3].Actions with { Actions = new double[Left.Demonstrations[3].Actions.Actions.Length] },
        };
        SubstitutionProtocol protocol = new() { Demonstrations = [Left.Demonstrations[0], still], Substitutions = [Identity] };

        SubstitutionReport report = SubstitutionStudy.Run(protocol);

        Assert.Equal([3], report.DroppedEpisodes);
        Assert.Equal(1, report.Valid);
        Assert.All(report.Rows, row => Assert.Equal(1, row.Episodes));
    }

    [Fact]
    public void Idle_steps_can_be_left_out_of_every_replay()
    {
        SubstitutionProtocol protocol = new() { Demonstrations = Left.Demonstrations, Substitutions = [Identity, Drifting], FilterNoOps = true };

        SubstitutionReport report = SubstitutionStudy.Run(protocol);

        Assert.True(report.FilteredNoOps);
        Assert.InRange(report.RemovedSteps, 1, report.TotalSteps / 4);
        Assert.Equal(report.TotalSteps - report.RemovedSteps, report.Rows[0].Steps);
        Assert.Equal(Episodes, report.Identity.Successes);
        Assert.Equal(0, report.Rows[2].Successes);
    }

    [Fact]
    public void The_same_protocol_gives_the_same_report()
    {
        Assert.Equal(JsonSerializer.Serialize(Run([Identity, Drifting])), JsonSerializer.Serialize(Run([Identity, Drifting])));
    }

    [Fact]
    public void A_study_needs_the_identity_first_and_names_that_differ()
    {
        Assert.Throws<ArgumentException>(() => Run([Drifting, Identity]));
        Assert.Throws<ArgumentException>(() => Run([Identity, Identity]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SubstitutionStudy.Run(new SubstitutionProtocol { Demonstrations = [], Substitutions = [Identity] }));
    }

    [Fact]
    public void A_study_can_be_interrupted()
    {
        SubstitutionProtocol protocol = new() { Demonstrations = Left.Demonstrations, Substitutions = [Identity] };

        Assert.Throws<OperationCanceledException>(() => SubstitutionStudy.Run(protocol, cancellation: new CancellationToken(canceled: true)));
    }

    private static SubstitutionReport Run(IReadOnlyList<ActionSubstitution> substitutions) =>
        SubstitutionStudy.Run(new SubstitutionProtocol { Demonstrations = Left.Demonstrations, Substitutions = substitutions });

    private static ActionSubstitution Make(string name, SubstitutionKind kind, double panOffRad) => new()
    {
        Name = name,
        Kind = kind,
        Apply = (action, decoded) =>
        {
            action.CopyTo(decoded);
            decoded[0] += panOffRad;
        },
    };
}
