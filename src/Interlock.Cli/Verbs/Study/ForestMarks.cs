namespace Interlock.Cli.Verbs.Study;

/// <summary>The characters of a forest plot, told apart by shape: there is no colour.</summary>
internal sealed record ForestMarks(char Value, char WithoutLength, char Interval, char Length, char Chance)
{
    public static ForestMarks Ascii { get; } = new('*', 'o', '-', '|', ':');

    public static ForestMarks Drawn { get; } = new('■', '◆', '─', '│', '┊');
}
