using Interlock.Evaluation.Substitution;

namespace Interlock.Evaluation.Tests.Substitution;

public sealed class TrainingRangeTests
{
    private static readonly TrainingRange Range = new([-1, -1, 0], [1, 1, 1]);

    [Fact]
    public void Steps_are_counted_once_and_the_gripper_not_at_all()
    {
        double[] actions = [0, 0, 5, 2, -2, 0, 1, -1, 0, double.NaN, 0, 0];

        Assert.Equal(2, Range.CountOutside(actions));
    }

    [Fact]
    public void Rounding_is_no_excess() => Assert.Equal(0, Range.CountOutside([1 + 1e-12, -1 - 1e-12, 0]));
}
