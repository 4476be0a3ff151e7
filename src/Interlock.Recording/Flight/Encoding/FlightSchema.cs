namespace Interlock.Recording.Flight.Encoding;

/// <summary>The JSON Schemas of a recording, as published under <c>docs/schema/flight</c>.</summary>
internal static class FlightSchema
{
    public const string Encoding = "jsonschema";

    public const string Values = "interlock.Values";
    public const string Chunk = "interlock.Chunk";
    public const string Force = "interlock.Force";
    public const string Verdict = "interlock.Verdict";
    public const string Supervisor = "interlock.Supervisor";
    public const string Timing = "interlock.Timing";
    public const string Event = "interlock.Event";
    public const string JointStates = "foxglove.JointStates";
    public const string Log = "foxglove.Log";
    public const string CompressedImage = "foxglove.CompressedImage";
    public const string RawImage = "foxglove.RawImage";

    public static byte[] Text(string name)
    {
        using Stream stream = typeof(FlightSchema).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The schema '{name}' is not in the assembly.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
