using System.Collections.Concurrent;
using Interlock.Runtime.Live;
using Interlock.Runtime.Supervision;

namespace Interlock.Dashboard.Tests.LiveView;

/// <summary>A session that stands where a test wants it.</summary>
internal sealed class StagedSession : ILiveSession
{
    public ConcurrentQueue<OperatorCommand> Posted { get; } = new();

    public EventRing Events { get; } = new(64);

    public IReadOnlyDictionary<string, object?> Parameters { get; } = new Dictionary<string, object?>();

    public LiveStatus Now { get; set; } = new() { State = SupervisorState.Running, Why = "because", Can = ["pause", "stop"], RateHz = 1000 };

    /// <summary>False for a session that never reacts.</summary>
    public bool Reacts { get; set; } = true;

    public LiveStatus Status() => Now;

    public bool Post(OperatorCommand command)
    {
        Posted.Enqueue(command);
        if (Reacts)
        {
            SupervisorState from = Now.State;
            Now = Now with { State = command == OperatorCommand.Pause ? SupervisorState.Holding : from };
            Events.Write(new SupervisorEvent
            {
                From = from,
                To = Now.State,
                Trigger = CommandTriggers.Of(command),
                IsRefused = command == OperatorCommand.Arm,
                Value = double.NaN,
                Limit = double.NaN,
            });
        }

        return true;
    }
}
