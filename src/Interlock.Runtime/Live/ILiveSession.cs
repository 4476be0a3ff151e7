using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Live;

/// <summary>A session that a feed shows and that people command through it. Everything may be called from any thread.</summary>
public interface ILiveSession
{
    /// <summary>Where it stands now.</summary>
    LiveStatus Status();

    /// <summary>Facts that viewers may read as parameters, such as <c>contract.name</c>; values as in the run file.</summary>
    IReadOnlyDictionary<string, object?> Parameters { get; }

    /// <summary>Asks something of the supervisor; false when it found no room, which a stop always finds.</summary>
    bool Post(OperatorCommand command);

    /// <summary>True once an input device of this process has handed an action in; without one nobody can take over. Default true.</summary>
    bool HasTakeOverInput => true;

    /// <summary>The supervisor's events, from which the answer to a command is read.</summary>
    EventRing Events { get; }
}
