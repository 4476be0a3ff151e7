using System.Collections;
using System.Reflection;
using System.Text;

namespace Interlock.ExecSpec.Tests.Specification;

/// <summary>Every field of a record and of the records in it as text, found by reflection: it cannot forget one that was added.</summary>
internal static class FieldDump
{
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Append(value, text);
        return text.ToString();
    }

    private static void Append(object? value, StringBuilder text)
    {
        if (value is IEnumerable items and not string)
        {
            text.Append('[');
            foreach (object? item in items)
            {
                Append(item, text);
                text.Append(',');
            }

            text.Append(']');
        }
        else if (value is not null && IsRecord(value.GetType()))
        {
            foreach (PropertyInfo property in FieldsOf(value.GetType()))
            {
                text.Append($"{property.Name}=");
                Append(property.GetValue(value), text);
                text.Append(';');
            }
        }
        else
        {
            text.Append(value is double number ? $"{number:R}" : value ?? "null");
        }
    }

    public static bool IsRecord(Type type) => type.Namespace == "Interlock.ExecSpec.Specification" && type.IsClass;

    public static IEnumerable<PropertyInfo> FieldsOf(Type type) => type.GetProperties().Where(property => property.SetMethod is not null);
}
