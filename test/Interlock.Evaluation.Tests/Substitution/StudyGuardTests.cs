using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Evaluation.Substitution;
using Interlock.Evaluation.Substitution.Report;
using Interlock.Guard;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Table;

namespace Interlock.Evaluation.Tests.Substitution;

public sealed class StudyGuardTests
{
    private const int Episodes = 4;

    private static readonly DisplacementSet Left = DisplacementSet.Record(TableTask.ToLeft, Episodes, seed: 2);

    [Fact]
    public void Limits_that_hold_the_demonstrations_stay_silent_while_a_drift_inside_them_fails_the_task()
    {
        SubstitutionRow[] rows = Run(Limits(ActionReference.DeltaStep, 0.018), GuardedSignal.Displacements, 0.004, clampRad: 0.018);

        Assert.All(rows, row => Assert.Equal(Episodes, row.Guards[0].SilentEpisodes));
        Assert.All(rows, row => Assert.Equal(0, row.Guards[0].ChangedSteps));
        Assert.Equal(0, rows[2].Successes);
        Assert.Equal(0, rows[2].Guards[0].Successes);
        Assert.Equal(Episodes, rows[2].EpisodesInTrainingRange);
    }

    [Fact]
    public void A_guard_of_the_displacements_cuts_what_exceeds_its_limits_and_the_arm_follows_the_cut_command()
    {
        SubstitutionRow[] rows = Run(Limits(ActionReference.DeltaStep, 0.018), GuardedSignal.Displacements, 0.05, clampRad: 1);

        GuardActivity activity = rows[2].Guards[0];
        Assert.Equal(0, activity.SilentEpisodes);
        Assert.True(activity.ChangedSteps > 0.9 * rows[2].Steps);
        Assert.Equal(0, rows[2].EpisodesInTrainingRange);
    }

    [Fact]
    public void A_guard_of_the_targets_sees_where_the_arm_is_sent()
    {
        SubstitutionRow[] rows = Run(Limits(ActionReference.Absolute, 2.8), GuardedSignal.Targets, 0.02, clampRad: 1);

        Assert.Equal(Episodes, rows[0].Guards[0].SilentEpisodes);
        Assert.True(rows[2].Guards[0].ChangedSteps > 0);
        Assert.Equal(0, rows[2].Guards[0].SilentEpisodes);
    }

    private static SubstitutionRow[] Run(SafetyContract contract, GuardedSignal signal, double panOffRad, double clampRad)
    {
        SubstitutionProtocol protocol = new()
        {
            Demonstrations = Left.Demonstrations,
            Substitutions =
            [
                new ActionSubstitution { Name = "identity", Kind = SubstitutionKind.Identity, Apply = (action, decoded) => action.CopyTo(decoded) },
                new ActionSubstitution
                {
                    Name = "drifting",
                    Kind = SubstitutionKind.Full,
                    Apply = (action, decoded) =>
                    {
                        action.CopyTo(decoded);
                        decoded[0] = Math.Clamp(decoded[0] + panOffRad, -clampRad, clampRad);
                    },
                },
            ],
            Guards = [new StudyGuard("guard", signal, () => new ActionGuard(contract))],
            Range = new TrainingRange(Left.Statistics.Min, Left.Statistics.Max),
        };
        return [.. SubstitutionStudy.Run(protocol).Rows];
    }

    private static SafetyContract Limits(ActionReference reference, double jointLimit) => new()
    {
        Name = "arm",
        RateHz = 30,
        Space = ActionSpace.JointPosition,
        Reference = reference,
        Channels =
        [
            .. TableArm.Description.Joints.Select(joint => new ChannelContract
            {
                Name = joint.Name,
                Role = ChannelRole.Joint,
                Unit = ChannelUnit.Radian,
                Min = -jointLimit,
                Max = jointLimit,
            }),
            new ChannelContract { Name = "gripper", Role = ChannelRole.Gripper, Unit = ChannelUnit.Metre, Min = -1, Max = 2 },
        ],
    };
}
