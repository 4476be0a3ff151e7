namespace Interlock.Recording.Overview;

/// <summary>Told of each command that the guard let through.</summary>
/// <param name="tick">Control tick.</param>
/// <param name="timeS">s since the start of the recording.</param>
/// <param name="command">C values in the layout's order and units; the visitor's only until it returns.</param>
public delegate void CommandVisitor(long tick, double timeS, ReadOnlySpan<double> command);
