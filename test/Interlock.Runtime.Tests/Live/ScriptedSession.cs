using System.Collections.Concurrent;
using Interlock.Runtime.Live;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Live;

/// <summary>A session that does at once what it is asked.</summary>
internal sealed class ScriptedSession : ILiveSession
{
    private readonly Lock _lock = new();
    private SupervisorState _state = SupervisorState.Running;

    public ConcurrentQueue<OperatorCommand> Posted { get; } = new();

    public EventRing Events { get; } = new(64);

    public IReadOnlyDictionary<string, object?> Parameters { get; } = new Dictionary<string, object?> { ["contract.name"] = "arm", ["loop.rate_hz"] = 1000.0, ["task"] = null };

    public LiveStatus Status() => new() { State = _state, Why = "because", Can = ["stop"] };

    public bool Post(OperatorCommand command)
    {
        Posted.Enqueue(command);
        lock (_lock)
        {
            SupervisorState from = _state;
            bool refuses = command == OperatorCommand.Arm;
            _state = command switch { OperatorCommand.Stop => SupervisorState.Stopped, OperatorCommand.Pause => SupervisorState.Holding, _ => _state };
            Events.Write(new SupervisorEvent { From = from, To = _state, Trigger = CommandTriggers.Of(command), IsRefused = refuses, Value = double.NaN, Limit = double.NaN });
        }

        return true;
    }
}
