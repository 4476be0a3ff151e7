namespace Interlock.ExecSpec.Files;

/// <summary>Closed lists of words that have no enumeration of their own.</summary>
internal static class SpecWords
{
    public static readonly string[] Colors = ["RGB", "BGR"];

    public static readonly string[] Layouts = ["HWC", "CHW"];

    public static readonly string[] ImageDtypes = ["uint8", "float32"];

    public static readonly string[] Flips = ["none", "horizontal", "vertical"];

    public static readonly int[] RotationsDeg = [0, 90, 180, 270];

    public static readonly string[] Cases = ["lower", "keep"];

    public static readonly string[] TrailingPunctuations = ["strip", "keep"];
}
