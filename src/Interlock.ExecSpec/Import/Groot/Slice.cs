namespace Interlock.ExecSpec.Import.Groot;

/// <summary>A named part of a flat vector.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Column">The vector that it is cut from, <c>action</c> unless stated.</param>
/// <param name="Start">First element.</param>
/// <param name="End">The element behind the last.</param>
/// <param name="Traits">What else is said about it.</param>
internal sealed record Slice(string Group, string Column, int Start, int End, GroupTraits Traits)
{
    public int Length => End - Start;
}
