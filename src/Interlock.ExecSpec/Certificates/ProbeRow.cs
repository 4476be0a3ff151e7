namespace Interlock.ExecSpec.Certificates;

/// <summary>One value with its command.</summary>
/// <param name="Z">D normalised numbers.</param>
/// <param name="Command">D numbers: unnormalised by the library's rules at the first position of a chunk, then the gripper mapped; before state is added.</param>
public sealed record ProbeRow(IReadOnlyList<double> Z, IReadOnlyList<double> Command);
