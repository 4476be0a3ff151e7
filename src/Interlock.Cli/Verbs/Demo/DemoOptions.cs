namespace Interlock.Cli.Verbs.Demo;

/// <summary>What the demo was asked for.</summary>
/// <param name="Folder">Where the files go.</param>
/// <param name="Seed">Seed of everything random.</param>
/// <param name="Demonstrations">Number of demonstrations to calibrate on.</param>
/// <param name="Json">True for one JSON document in place of the table.</param>
/// <param name="Fault">The only fault to inject; null for all.</param>
internal sealed record DemoOptions(string Folder, ulong Seed, int Demonstrations, bool Json, string? Fault = null);
