using Interlock.Guard;
using Interlock.Policies;
using Interlock.Robots;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>What a <see cref="WholeLoop"/> is made of.</summary>
internal sealed record WholeLoopOptions
{
    public required ActionGuard Guard { get; init; }

    public required ILoopClock Clock { get; init; }

    public required IRobot Robot { get; init; }

    public required IPolicy Policy { get; init; }

    /// <summary>Null for a policy thread.</summary>
    public IAnswerDelay? Delay { get; init; }

    public IAnswerJudge? Judge { get; init; }

    public double PolicyHz { get; init; } = 20;

    public IReadOnlyList<ICamera> Cameras { get; init; } = [];

    public long? CameraMaxAgeNs { get; init; }

    public SupervisorOptions Supervision { get; init; } = new();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(250);

    public long HungAfterNs { get; init; } = 500_000_000;

    public Func<WholeLoop, ITickLog> MakeLog { get; init; } = _ => new SilentLog();
}
