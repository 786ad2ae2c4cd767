' The pages of all bookmarks of a Word file, for the contents of a report. The service runs this in LibreOffice.
' report.docx and pages.json lie in the folder that is the home of the program.
Sub Find
  On Error GoTo Finish  ' without an answer
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  report = StarDesktop.loadComponentFromURL(ConvertToURL(Environ("HOME") & "/report.docx"), "_blank", 0, hidden())
  ' Pages are laid out when the program is idle, unless it is asked how many it would print. Looking may move them once more.
  found = ""
  Do
    before = found
    report.getRendererCount(report, hidden())
    found = PagesOf(report)
    turn = turn + 1
  Loop Until found = before Or turn = 9
  If found = before Then
    file = FreeFile
    Open Environ("HOME") & "/pages.json" For Output As #file
    Print #file, "{" & found & "}"
    Close #file
  End If
  report.close(True)
Finish:
  StarDesktop.terminate()
End Sub

Function PagesOf(report) As String
  cursor = report.CurrentController.ViewCursor
  cursor.jumpToLastPage()
  all = ""
  For Each name In report.Bookmarks.ElementNames
    If Left(name, 1) = "_" Then
      cursor.gotoRange(report.Bookmarks.getByName(name).Anchor.Start, False)
      If all <> "" Then all = all & ","
      all = all & """" & name & """:" & cursor.Page
    End If
  Next
  PagesOf = all
End Function
