using System.Numerics;

namespace Interlock.Runtime.Supervision;

/// <summary>A set of triggers in one word; its order is that of the enumeration, worst first.</summary>
internal readonly record struct TriggerSet(ulong Bits)
{
    public static readonly TriggerSet Empty;

    public bool IsEmpty => Bits == 0;

    /// <summary>The worst; <see cref="SupervisorTrigger.None"/> of an empty set.</summary>
    public SupervisorTrigger Worst => IsEmpty ? SupervisorTrigger.None : (SupervisorTrigger)BitOperations.TrailingZeroCount(Bits);

    public bool Has(SupervisorTrigger trigger) => (Bits & Bit(trigger)) != 0;

    public TriggerSet With(SupervisorTrigger trigger) => new(Bits | Bit(trigger));

    public TriggerSet With(SupervisorTrigger trigger, bool holds) => holds ? With(trigger) : this;

    public TriggerSet Without(SupervisorTrigger trigger) => new(Bits & ~Bit(trigger));

    public TriggerSet And(TriggerSet other) => new(Bits & other.Bits);

    public TriggerSet Except(TriggerSet other) => new(Bits & ~other.Bits);

    private static ulong Bit(SupervisorTrigger trigger) => 1UL << (int)trigger;
}
