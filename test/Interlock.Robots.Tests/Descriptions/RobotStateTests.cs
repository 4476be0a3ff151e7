using Interlock.Core.Observations;
using Xunit;

namespace Interlock.Robots.Tests.Descriptions;

public sealed class RobotStateTests
{
    [Fact]
    public void A_state_that_nothing_was_read_into_claims_no_force() => Assert.Null(new RobotState(3).ForceN);
}
