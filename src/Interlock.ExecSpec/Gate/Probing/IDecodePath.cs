namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>
/// The code that really decodes in this deployment: a function in this process, or a server's decode end-point. It is asked for the first
/// position of a chunk, unnormalised and with the gripper mapped, before anything measured is added.
/// </summary>
public interface IDecodePath
{
    /// <summary>What it is, for the receipt: <c>this process</c>, an address.</summary>
    string Name { get; }

    /// <summary>Decodes rows of normalised numbers into as many rows of commands.</summary>
    /// <param name="rows">Rows of D numbers, non-finite ones among them.</param>
    /// <returns>As many rows; null in place of a row that was refused.</returns>
    /// <exception cref="IOException">The path could not be reached or did not answer in its form; the gate turns it into a refusal.</exception>
    IReadOnlyList<IReadOnlyList<double>?> Decode(IReadOnlyList<IReadOnlyList<double>> rows);
}
