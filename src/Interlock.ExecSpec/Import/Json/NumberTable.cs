namespace Interlock.ExecSpec.Import.Json;

/// <summary>Numbers of a flat array, or of an array of arrays of one length.</summary>
/// <param name="Values">Row-major.</param>
/// <param name="Rows">1 for a flat array.</param>
/// <param name="Columns">Numbers of each row.</param>
internal sealed record NumberTable(double[] Values, int Rows, int Columns);
