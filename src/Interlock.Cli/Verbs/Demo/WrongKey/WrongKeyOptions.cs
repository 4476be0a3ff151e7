namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>What the user asked for.</summary>
/// <param name="Seed">Seed of everything random.</param>
/// <param name="Demonstrations">Demonstrations behind each key's statistics.</param>
/// <param name="GateIsOn">False starts the simulation although the gate would refuse.</param>
/// <param name="Json">True for one JSON document in place of the text.</param>
internal sealed record WrongKeyOptions(ulong Seed, int Demonstrations, bool GateIsOn, bool Json);
